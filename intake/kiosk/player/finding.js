/** Find a name by its first letters, however they are written. Pure. */

/**
 * Whether a word of the name begins with what was typed; capitals and accents do not matter.
 * @param {string} typed
 * @param {string} name
 */
export function found(typed, name) {
  const letters = plain(typed).trim();
  if (letters === "") return true;
  const whole = plain(name);
  return whole.startsWith(letters) || whole.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(letters));
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
