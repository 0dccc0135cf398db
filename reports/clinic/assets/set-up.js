// Propose the time zone this computer is set to.

const zones = document.getElementById("time_zone");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zones instanceof HTMLSelectElement && !zones.value) {
  zones.value = here;
}
