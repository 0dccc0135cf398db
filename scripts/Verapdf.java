import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges each PDF named on the command line by PDF/UA-1 and by PDF/A-3a; run by verapdf.sh. */
public final class Verapdf {
  private static final String[] FLAVOURS = {"ua1", "3a"};

  public static void main(String[] files) throws IOException, VeraPDFException {
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    long checks = 0;
    long failures = 0;
    for (String file : files) {
      for (String flavour : FLAVOURS) {
        ValidationResult result = judged(file, PDFAFlavour.fromString(flavour));
        checks += result.getTotalAssertions();
        for (TestAssertion one : result.getTestAssertions()) {
          failures++;
          System.out.println(file + ": " + flavour + " " + one.getRuleId().getClause() + "-"
              + one.getRuleId().getTestNumber() + " " + one.getMessage());
        }
        if (!result.isCompliant() && result.getTestAssertions().isEmpty()) {
          failures++;
          System.out.println(file + ": " + flavour + " does not comply");
        }
      }
    }
    System.out.println("veraPDF on " + files.length + " documents, PDF/UA-1 and PDF/A-3a: "
        + checks + " checks, " + failures + " failures");
    System.exit(failures > 0 || checks == 0 ? 1 : 0);
  }

  private static ValidationResult judged(String file, PDFAFlavour flavour)
      throws IOException, VeraPDFException {
    try (InputStream content = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(content, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser);
    }
  }
}
