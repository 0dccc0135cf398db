/** The other languages, a button each, in their own words: whoever needs one can read its name. */

import { button, element } from "./dom.js";

/** @typedef {import("./words.js").Speech} Speech */

/**
 * @param {Speech} speech
 * @param {(language: string) => void} choose
 */
export function buildLanguages(speech, choose) {
  const others = speech.languages().filter((language) => language !== speech.language());
  return element("div", { class: "languages" }, ...others.map((language) =>
    button({ class: "quiet", lang: language, "data-language": language },
      [speech.nameOf(language)], () => choose(language))));
}
