// A file that is chosen stands in the field, to be looked at before anything is sent.

const chosen = document.getElementById("file");
const field = document.getElementById("list");

/** @param {ArrayBuffer} bytes  spreadsheets on older systems do not write UTF-8 */
function read(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

chosen?.addEventListener("change", async () => {
  if (!(chosen instanceof HTMLInputElement) || !(field instanceof HTMLTextAreaElement)) return;
  const [file] = chosen.files ?? [];
  if (!file) return;
  field.value = read(await file.slice(0, 100_000).arrayBuffer());
  field.form?.requestSubmit();
});
