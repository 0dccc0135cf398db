/** The module that intake/kiosk/player_files.py writes from intake/figure.py. */

export type Region = { code: string; path: string; touch: number[]; badge: number[] };
export type View = {
  view: string;
  sides: string[];
  outlines: string[];
  creases: string[];
  regions: Region[];
};
export const FIGURE: { width: number; height: number; views: View[] };
