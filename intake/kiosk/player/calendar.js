/** Whether three typed numbers are a birth date. Pure. */

export const EARLIEST_YEAR = 1900;

/**
 * @typedef {{date: string} | {problem: "incomplete" | "impossible" | "early" | "future", field: "month" | "day" | "year"}} Reading
 */

/**
 * @param {{month: string, day: string, year: string}} typed  digits
 * @param {string} today  YYYY-MM-DD
 * @returns {Reading}
 */
export function readBirthDate(typed, today) {
  const missing = missingField(typed);
  if (missing) return { problem: "incomplete", field: missing };
  const [month, day, year] = [Number(typed.month), Number(typed.day), Number(typed.year)];
  if (month < 1 || month > 12) return { problem: "impossible", field: "month" };
  if (year < EARLIEST_YEAR) return { problem: "early", field: "year" };
  if (day < 1 || day > daysIn(month, year)) return { problem: "impossible", field: "day" };
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return date > today ? { problem: "future", field: "year" } : { date };
}

/**
 * @param {{month: string, day: string, year: string}} typed
 * @returns {"month" | "day" | "year" | null}
 */
function missingField({ month, day, year }) {
  if (month === "") return "month";
  if (day === "") return "day";
  return year.length < 4 ? "year" : null;
}

/**
 * @param {number} month
 * @param {number} year
 */
function daysIn(month, year) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
