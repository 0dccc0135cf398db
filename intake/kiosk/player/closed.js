/** The plain page outside the kiosk: close the browser where it lets a page do so, and say where not. */

const SOON = 300;

document.getElementById("close")?.addEventListener("click", () => {
  window.close();
  setTimeout(() => {
    const still = document.getElementById("still");
    if (still) still.textContent = still.dataset.sentence ?? "";
  }, SOON);
});
