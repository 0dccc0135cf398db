/** A face declared inside a shadow root is not seen by the browser, so the page declares it. */

const FAMILY = "Atkinson Hyperlegible Next";

export function addFonts() {
  if ([...document.fonts].some((face) => face.family.includes(FAMILY))) return;
  for (const weight of ["400", "700"]) {
    const file = new URL(`fonts/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`, import.meta.url);
    document.fonts.add(new FontFace(FAMILY, `url("${file.href}") format("woff2")`, { weight, display: "swap" }));
  }
}
