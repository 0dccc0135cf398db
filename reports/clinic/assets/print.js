// Open the print dialog for the paper this page holds, as soon as it is there.

const paper = document.getElementById("paper");

function printPaper() {
  try {
    if (paper instanceof HTMLIFrameElement) {
      paper.contentWindow?.focus();
      paper.contentWindow?.print();
    }
  } catch {
    // Some viewers are closed to the page around them; their own printer sign is in view.
  }
}

if (paper instanceof HTMLIFrameElement) {
  // Listen first, load then: a paper that is there before anybody listens would never be printed.
  paper.addEventListener("load", printPaper);
  paper.src = paper.dataset.source ?? "";
}
