// On a screen where nobody is signed in: which tablets call, and nothing about any patient.

const list = document.getElementById("calls");

/** @param {{kind: string, word: string, tablet: string, minutes: number}} call */
function line(call) {
  const item = document.createElement("li");
  const mark = document.createElement("span");
  const since = document.createElement("span");
  item.className = `is-${call.kind}`;
  mark.className = `mark is-${call.kind}`;
  since.className = "since number";
  since.textContent = `${call.minutes} min`;
  item.append(mark, `${call.word}: ${call.tablet}`, since);
  return item;
}

async function refresh() {
  try {
    const answer = await fetch("/clinic/calls.json", { cache: "no-store" });
    const { calls } = await answer.json();
    list?.replaceChildren(...calls.map(line));
    document.title = calls.length ? `(${calls.length}) ${document.body.dataset.title}` : `${document.body.dataset.title}`;
  } catch {
    // The next round tries again; an unreachable server is shown by signing in.
  }
}

refresh();
setInterval(refresh, 3000);
