// Keeps a clinic page true: asks every two seconds whether anything changed, reruns the page when
// so, says within two seconds that the server cannot be reached and after seven that nothing was heard
// of it, keeps the session while somebody works, and sounds calls.

const EVERY = 2000;
// Together less than two seconds.
const LOOK_AGAIN = 600;
const LOOK_PATIENCE = 1300;
const STALE_AFTER = 7000;
const RELOAD_AFTER = 15000;
const ACTIVE_EVERY = 30000;
const TICK_EVERY = 30000;
const SOUND_AGAIN = 60000;
const SIGN_IN = "/clinic/login";

/** @typedef {{sequence: number, calls?: Record<string, string>, demo?: boolean, signedOut?: boolean}} Data */
/** @typedef {(name: string, value: unknown) => void} Trigger */
/**
 * @typedef {{
 *   data: Data | null, fresh: number, rendered: number, active: number, ticked: number,
 *   sounded: Map<string, number>, timer: number, away: boolean, element: HTMLElement | null,
 *   trigger: Trigger | null, audio: AudioContext | null,
 * }} Page
 */

/** What lives as long as the page, however often the component is drawn again. */
const page = (/** @type {{anteroomWatch?: Page}} */ (window).anteroomWatch ??= {
  data: null, fresh: performance.now(), rendered: performance.now(), active: 0,
  ticked: performance.now(), sounded: new Map(), timer: 0, away: false, element: null, trigger: null, audio: null,
});

function leave() {
  location.replace(SIGN_IN);
}

function changed() {
  page.trigger?.("changed", Date.now());
}

async function ask() {
  const answer = await fetch("/clinic/pulse", { cache: "no-store", headers: { "X-Anteroom": "1" } });
  if (answer.status === 401) return leave();
  if (!answer.ok) return undefined;
  const { sequence } = await answer.json();
  const now = performance.now();
  if (sequence === page.data?.sequence) {
    page.fresh = now;
    if (now - page.ticked > TICK_EVERY) { page.ticked = now; changed(); }
  } else {
    changed();
    // Asked for again and again without being drawn: the live connection is gone.
    if (now - page.fresh > RELOAD_AFTER && now - page.rendered > RELOAD_AFTER && !isTyping()) location.reload();
  }
  return undefined;
}

function isTyping() {
  const at = document.activeElement;
  return at instanceof HTMLInputElement && at.value !== "";
}

/**
 * A part of watch.html, which is always there.
 * @param {HTMLElement} element
 * @param {string} selector
 */
function part(element, selector) {
  return /** @type {HTMLElement} */ (element.querySelector(selector));
}

function showStale() {
  const stale = page.element && part(page.element, ".stale");
  if (!stale) return;
  const seconds = Math.round((performance.now() - page.fresh) / 1000);
  stale.hidden = !page.away && seconds * 1000 < STALE_AFTER;
  part(stale, "span").textContent = `Last change seen ${seconds} s ago. Please look at the tablets yourself while it reconnects.`;
}

/** @param {boolean} away */
function setAway(away) {
  page.away = away;
  showStale();
}

/** A look that needs neither session nor database, so that it is free and tells the network alone. */
async function look() {
  const giveUp = new AbortController();
  const waiting = setTimeout(() => giveUp.abort(), LOOK_PATIENCE);
  const answer = await fetch("/healthz", { method: "HEAD", cache: "no-store", signal: giveUp.signal }).catch(() => null);
  clearTimeout(waiting);
  if (document.visibilityState === "visible") setAway(answer === null || answer.status >= 500);
  window.setTimeout(look, LOOK_AGAIN);
}

/** Streamlit's own dialog about a lost connection stands before the list; the line above it says more. */
function closeDialog() {
  const close = document.querySelector('[data-testid="stDialog"] button[aria-label="Close"]');
  if (close instanceof HTMLElement) close.click();
}

async function round() {
  showStale();
  try { await ask(); } catch { /* the next round tries again; the banner tells */ }
  soundCalls();
}

function isLoud() {
  try { return localStorage.getItem("anteroom-sound") === "on"; } catch { return false; }
}

function soundCalls() {
  const now = performance.now();
  const calls = Object.entries(page.data?.calls ?? {});
  for (const [id] of [...page.sounded]) if (!(id in (page.data?.calls ?? {}))) page.sounded.delete(id);
  let due = false;
  for (const [id, kind] of calls) {
    const last = page.sounded.get(id);
    if (last === undefined || (kind === "emergency" && now - last > SOUND_AGAIN)) {
      page.sounded.set(id, now);
      due = true;
    }
  }
  if (due && isLoud()) beep();
}

function beep() {
  try {
    const audio = (page.audio ??= new AudioContext());
    const start = audio.currentTime;
    [880, 660, 880].forEach((pitch, index) => {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.25, start + index * 0.25);
      volume.gain.exponentialRampToValueAtTime(0.001, start + index * 0.25 + 0.22);
      tone.connect(volume).connect(audio.destination);
      tone.start(start + index * 0.25);
      tone.stop(start + index * 0.25 + 0.24);
    });
  } catch { /* a computer without sound still shows the call */ }
}

function keepSession() {
  const now = performance.now();
  if (now - page.active < ACTIVE_EVERY) return;
  page.active = now;
  fetch("/clinic/active", { method: "POST", headers: { "X-Anteroom": "1" } })
    .then((answer) => { if (answer.status === 401) leave(); })
    .catch(() => {});
}

/** @param {HTMLElement} button */
function drawSound(button) {
  button.textContent = isLoud() ? "Sound is on" : "Sound is off";
  button.setAttribute("aria-pressed", String(isLoud()));
}

function setTitle() {
  const count = Object.keys(page.data?.calls ?? {}).length;
  document.title = count ? `(${count}) Anteroom` : "Anteroom";
  const icon = document.querySelector("link[rel~='icon']");
  if (icon instanceof HTMLLinkElement) icon.href = "/clinic/assets/mark.svg";
}

/** @param {{data: Data, parentElement: HTMLElement, setTriggerValue: Trigger}} component */
export default function ({ data, parentElement, setTriggerValue }) {
  if (data.signedOut) { leave(); return undefined; }
  if (data.sequence !== page.data?.sequence) page.fresh = performance.now();
  page.data = data;
  page.rendered = performance.now();
  page.element = parentElement;
  page.trigger = setTriggerValue;
  const button = part(parentElement, ".sound");
  drawSound(button);
  button.onclick = () => {
    try { localStorage.setItem("anteroom-sound", isLoud() ? "off" : "on"); } catch { /* stays off */ }
    drawSound(button);
    if (isLoud()) beep();
  };
  // Below the band that says that every patient is invented.
  part(parentElement, ".stale").classList.toggle("below-band", data.demo === true);
  setTitle();
  showStale();
  if (!page.timer) {
    page.timer = window.setInterval(round, EVERY);
    window.addEventListener("offline", () => setAway(true));
    new MutationObserver(closeDialog).observe(document.body, { childList: true });
    look();
    for (const sign of ["pointerdown", "keydown", "wheel"]) {
      window.addEventListener(sign, keepSession, { capture: true, passive: true });
    }
  }
  return undefined;
}
