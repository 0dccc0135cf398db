/**
 * The screen before the name: what is kept and who reads it, a signature, and two answers of equal
 * size. mount() takes the place of the page and calls agreed() once the server has kept the consent,
 * or closed() when whoever would rather talk to someone has been told that the desk knows.
 */

import { button, element, freshId, icon } from "./dom.js";
import { interject, readFrom, readNoMore } from "./aloud.js";
import { addFonts } from "./fonts.js";
import { FORGET } from "./forget.js";
import { keepGuard } from "./guard.js";
import { callForHelp } from "./help.js";
import { loadNotice, loadWords } from "./loading.js";
import { buildCalm, calmHead } from "./calm.js";
import { buildSignature } from "./signature.js";
import { comeTo } from "./seeing.js";
import { buildSwitches } from "./switches.js";
import { whenLost } from "./outage.js";
import { ask } from "./sync.js";
import { speechIn } from "./words.js";

/** @typedef {import("./words.js").Speech} Speech */
/** @typedef {{version: number, texts: Record<string, {title: string, parts: {heading: string, text: string}[]}>}} Notice */
/** @typedef {{tablet: string, language: string, languages: string[], demo: boolean, again: boolean}} Data */
/**
 * @typedef {object} Mounting
 * @property {HTMLElement} root
 * @property {Data} data
 * @property {(said: {consent: string, language: string}) => void} agreed
 * @property {() => void} closed
 */

const AGAIN = 1000;
const TELL_AGAIN = 2000;
const LOST_AFTER = 1500;
const LOOK = 250;
const CLOSES_AFTER = 60_000;

/** @type {{mounting: Mounting, parts: Node[]} | null} the one consent screen of this page */
let current = null;

/**
 * A page drawn again takes the screen along, with what was signed.
 * @param {Mounting} mounting
 */
export function mount(mounting) {
  if (current) {
    current.mounting = mounting;
    mounting.root.append(...current.parts);
    return;
  }
  const place = element("div", { class: "anteroom-player" });
  const style = element("link", { rel: "stylesheet", href: new URL("player.css", import.meta.url).href });
  const leaving = new AbortController();
  const mine = { mounting, parts: [style, place] };
  current = mine;
  comeTo("consent");
  addFonts();
  mounting.root.append(...mine.parts);

  function leave() {
    leaving.abort();
    clearInterval(watching);
    readNoMore(place);
    if (current === mine) current = null;
    for (const part of mine.parts) part.parentNode?.removeChild(part);
  }
  const watching = leaveWhenLost(place, leave);
  // A page taken back from the browser's cache still holds what was signed.
  addEventListener("pageshow", (event) => event.persisted && location.reload(), { signal: leaving.signal });
  addEventListener(FORGET, leave, { signal: leaving.signal });
  /** @param {(to: Mounting) => void} tell  again and again: a page that is away hears nothing */
  const end = (tell) => {
    current = null;
    tell(mine.mounting);
    const telling = setInterval(() => tell(mine.mounting), TELL_AGAIN);
    leaving.signal.addEventListener("abort", () => clearInterval(telling));
  };
  show(place, mounting.data, leaving.signal, end).catch((error) => {
    if (!leaving.signal.aborted) console.error("The notice cannot be shown:", error.name);
  });
}

/**
 * Whoever takes the tablet next never finds what was signed before.
 * @param {HTMLElement} place
 * @param {() => void} leave
 */
function leaveWhenLost(place, leave) {
  let lost = 0;
  return setInterval(() => {
    lost = place.isConnected ? 0 : lost + LOOK;
    if (lost >= LOST_AFTER) leave();
  }, LOOK);
}

/**
 * @param {HTMLElement} place
 * @param {Data} data
 * @param {AbortSignal} left
 * @param {(tell: (to: Mounting) => void) => void} end
 */
async function show(place, data, left, end) {
  const guard = keepGuard(place);
  const speech = speechIn(await loadWords(data.languages, left), data.language);
  /** @param {boolean} failing */
  const fail = (failing) => {
    if (!failing) return;
    place.replaceChildren(around(speech, data, [trouble(speech, () => fail(true))]));
    readFrom(place, speech.language());
  };
  /** @type {Notice} */
  let notice = await loadNotice(left, fail);
  const { say } = speech;
  const field = buildSignature(() => settle());
  const help = callForHelp(data.tablet, () => draw());
  const talk = callForHelp(data.tablet, () => told(), "/kiosk/decline");
  let ticked = false;
  let declined = false;
  let ended = false;
  let banner = data.again ? "consent.again" : "";
  let lost = false;
  let sayLost = () => {};
  // In its place, as drawing anew would cut the stroke of somebody who is signing.
  whenLost((away) => {
    lost = away;
    sayLost();
  }, left);
  let complaint = "";
  /** Counts what was begun, so that what comes too late is nobody's. */
  let sending = 0;
  left.addEventListener("abort", () => {
    field.clear();
    help.stop();
    talk.stop();
  });

  /** A signature or a tick is there now: nothing to complain of. */
  function settle() {
    if (complaint && (ticked || field.isDrawn())) {
      complaint = "";
      draw();
    }
    place.querySelector('[data-act="clear"]')?.setAttribute("aria-disabled", String(field.strokes().length === 0));
  }

  async function agree() {
    if (!ticked && !field.isDrawn()) {
      complaint = "consent.missing";
      draw();
      return interject(say(complaint));
    }
    const mine = sending += 1;
    const body = { version: notice.version, language: speech.language(), tablet: data.tablet, strokes: field.strokes(), ticked };
    for (;;) {
      const { status, content } = await ask("POST", "/kiosk/consent", body, left).catch(() => ({ status: 0, content: null }));
      if (left.aborted || mine !== sending) return;
      if (status === 200) return finish((to) => to.agreed({ consent: content.consent, language: speech.language() }));
      if (status === 409) return renew(content);
      banner = status === 0 ? "reconnecting" : "trouble.title";
      draw();
      await new Promise((resume) => setTimeout(resume, AGAIN));
      if (left.aborted || mine !== sending) return;
    }
  }

  /** @param {Notice} newer  what was signed was signed under other words */
  function renew(newer) {
    notice = newer;
    ticked = false;
    banner = "consent.changed";
    field.clear();
    draw();
    place.querySelector(".stage")?.scrollTo(0, 0);
    readFrom(place, speech.language());
  }

  function decline() {
    sending += 1;
    declined = true;
    ticked = false;
    field.clear();
    talk.call();
  }

  /** The desk knows, or not yet; once it does, the screen need not stay for ever. */
  function told() {
    draw();
    if (talk.state() === "coming") setTimeout(() => finish((to) => to.closed()), CLOSES_AFTER);
  }

  /** @param {(to: Mounting) => void} tell */
  function finish(tell) {
    if (ended || left.aborted) return;
    ended = true;
    ticked = false;
    field.clear();
    readNoMore(place);
    place.replaceChildren(around(speech, data, []));
    end(tell);
  }

  /** @param {string} language */
  function speak(language) {
    speech.speak(language);
    draw();
    guard.renew();
    readFrom(place, language);
  }

  function draw() {
    if (ended || left.aborted) return;
    document.documentElement.lang = speech.language();
    const switches = buildSwitches(speech, speak);
    if (declined) return put(calm(declinedCard(speech, talk.state(), () => finish((to) => to.closed()), switches)), "declined");
    if (help.shown()) {
      const act = { close: () => help.close(), help: () => help.call(), switches };
      return put(calm(buildCalm("help", say, help.state(), act)), "help");
    }
    const screen = page(speech, notice, { field, ticked, agree, decline, switches, help: () => help.call(), tick });
    screen.banner.textContent = banner && say(banner);
    screen.banner.hidden = !banner;
    sayLost = () => { screen.away.textContent = lost ? say("outage.away") : ""; };
    sayLost();
    screen.complaint.textContent = complaint && say(complaint);
    put(screen.whole, "consent");
    settle();
  }

  function tick() {
    ticked = !ticked;
    if (ticked) complaint = "";
    draw();
  }

  let shown = "";
  /**
   * Another screen takes no tap before it was seen; the same one drawn again keeps its place.
   * @param {HTMLElement} screen
   * @param {string} name
   */
  function put(screen, name) {
    const same = name === shown;
    const at = place.querySelector(".stage")?.scrollTop ?? 0;
    const held = place.querySelector(":focus")?.getAttribute("data-act");
    place.replaceChildren(around(speech, data, [screen]));
    if (same) {
      place.querySelector(".stage")?.scrollTo(0, at);
      if (held) /** @type {HTMLElement | null} */ (place.querySelector(`[data-act="${held}"]`))?.focus({ preventScroll: true });
      return;
    }
    shown = name;
    guard.renew();
    readFrom(place, speech.language());
    /** @type {HTMLElement | null} */ (place.querySelector("h1"))?.focus({ preventScroll: true });
  }

  draw();
}

/**
 * @param {Speech} speech
 * @param {Data} data
 * @param {Node[]} within
 */
function around(speech, data, within) {
  return element("div", { class: "anteroom", lang: speech.language() },
    element("p", { class: "demo", hidden: !data.demo }, speech.say("demo")), ...within);
}

/** @param {Node} card */
function calm(card) {
  return element("div", { class: "calm" }, card);
}

/**
 * @param {Speech} speech
 * @param {() => void} again  in another language
 */
function trouble(speech, again) {
  const switches = buildSwitches(speech, (language) => {
    speech.speak(language);
    again();
  });
  return calm(buildCalm("desk", speech.say, null, { close() {}, help() {}, switches }));
}

/**
 * @param {Speech} speech
 * @param {Notice} notice
 * @param {{field: ReturnType<typeof buildSignature>, ticked: boolean, agree: () => void, decline: () => void,
 *   help: () => void, tick: () => void, switches: Node}} act
 */
function page(speech, notice, act) {
  const { say } = speech;
  const text = notice.texts[speech.language()];
  const banner = element("p", { class: "banner", role: "status" });
  // It comes and goes by itself: below what is signed, where nothing moves under a finger.
  const away = element("p", { class: "banner away", role: "status" });
  const complaint = element("p", { class: "complaint", role: "alert" });
  const label = freshId();
  act.field.whole.setAttribute("aria-labelledby", label);
  const clear = button({ class: "quiet", "data-act": "clear" }, [icon("erase"), say("consent.clear")], () => act.field.clear());
  const tick = button({ class: "option tick", role: "checkbox", "aria-checked": String(act.ticked), "data-act": "tick" },
    [element("span", { class: "mark" }, icon("tick")), element("span", {}, say("consent.tick"))], act.tick);
  const whole = element("div", { class: "play" },
    element("div", { class: "top consent-top" },
      button({ class: "quiet", "data-act": "help" }, [icon("hand"), say("help.button")], act.help), act.switches),
    banner,
    element("div", { class: "stage" }, element("section", { class: "screen consent", "data-consent": String(notice.version) },
      element("h1", { tabindex: -1 }, text.title),
      element("div", { class: "consent-parts" }, ...text.parts.map((part) =>
        element("div", {}, element("h2", {}, part.heading), element("p", {}, part.text)))),
      element("div", { class: "consent-sign" },
        element("div", { class: "consent-label" }, element("h2", { id: label }, say("consent.sign")), clear),
        element("div", { class: "consent-field" }, act.field.whole), tick))),
    away, complaint,
    element("div", { class: "consent-answers" },
      button({ "data-act": "agree" }, [say("consent.agree")], act.agree),
      button({ "data-act": "talk" }, [say("consent.talk")], act.decline)));
  return { whole, banner, away, complaint };
}

/**
 * @param {Speech} speech
 * @param {import("./calm.js").HelpState | null} told
 * @param {() => void} close
 * @param {Node} switches
 */
function declinedCard({ say }, told, close, switches) {
  const id = freshId();
  const now = told === "coming" ? say("consent.declined.text")
    : told === "unreached" ? say("consent.declined.unreached") : say("help.calling.title");
  return element("div", { class: "calm-card", role: "alertdialog", "aria-modal": "true", "aria-labelledby": id, "data-calm": "declined" },
    calmHead("hand", switches), element("h1", { id, tabindex: -1 }, say("consent.declined.title")),
    element("p", { role: "status", "data-told": told ?? "calling" }, now), element("p", {}, say("consent.declined.kept")),
    told === "coming" && button({ class: "onward", "data-act": "close" }, [say("thanks.close")], close));
}
