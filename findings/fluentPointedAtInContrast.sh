#!/usr/bin/env bash
# Wrong guess: a theme of Fluent that is made for high contrast can be read in whatever way its tokens are
#   put together as their names say: an element with colorNeutralForeground1 for its text may take
#   colorNeutralBackground1Hover while it is pointed at, since only its ground changes.
# Version: @fluentui/react-theme 9.2.2 with @fluentui/tokens 1.0.0-alpha.24.
# Behaviour: in the light and the dark Teams theme text stands out from such a ground ten to one. In
#   teamsHighContrastTheme the ground becomes #1aebff under text that is still #ffffff: 1.5 to 1, where
#   4.5 is the least. The same goes for colorSubtleBackgroundHover and the other neutral grounds that
#   are pointed at, pressed or selected; only the tokens Foreground...Hover, black there, go with them.
#   A check of the page at rest sees nothing of it.
# Source: the themes' values, below; WCAG 2.2, 1.4.3 and its formula for contrast.
# What follows: change text and ground together, in everything inside that has a colour of its own too, or
#   give what is pointed at a ground of one's own in that theme; and test it with the pointer on it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact @fluentui/react-theme@9.2.2 @fluentui/tokens@1.0.0-alpha.24 > install.log 2>&1

cat > look.cjs <<'LOOK'
const themes = require('@fluentui/react-theme');

const channel = (part) => {
  const value = Number.parseInt(part, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (color) => {
  const full = color.length === 4 ? color.replace(/[0-9a-f]/gi, '$&$&') : color;
  const [r, g, b] = [1, 3, 5].map((at) => channel(full.slice(at, at + 2)));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
};

const rows = ['teamsLightTheme', 'teamsDarkTheme', 'teamsHighContrastTheme'].map((name) => {
  const theme = themes[name];
  const ground = theme.colorNeutralBackground1Hover;
  return {
    theme: name,
    atRest: ratio(theme.colorNeutralBackground1, theme.colorNeutralForeground1).toFixed(1),
    pointedAt: ratio(ground, theme.colorNeutralForeground1).toFixed(1),
    withItsOwnText: ratio(ground, theme.colorNeutralForeground1Hover).toFixed(1),
  };
});
console.table(rows);
const [light, dark, contrast] = rows.map((row) => Number(row.pointedAt));
const paired = Number(rows[2].withItsOwnText);
if (light < 4.5 || dark < 4.5 || contrast >= 4.5 || paired < 4.5) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.cjs
