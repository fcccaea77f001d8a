// Numbers in the digits that the page is set to, and offsets of code points in JavaScript's strings.
const EASTERN = "٠١٢٣٤٥٦٧٨٩";

export function digits(value) {
  const text = String(value);
  if (document.documentElement.dataset.digits !== "eastern") return text;
  return text.replace(/[0-9]/g, (digit) => EASTERN[digit]);
}

// The place in UTF-16 units of the n-th code point of a text. A lone surrogate is one code point.
export function unitsOf(text, points) {
  let units = 0;
  for (let left = points; left > 0 && units < text.length; left -= 1) {
    units += text.codePointAt(units) > 0xffff ? 2 : 1;
  }
  return units;
}

// How many code points stand in the first units of a text.
export function pointsOf(text, units) {
  let points = 0;
  for (let at = 0; at < units && at < text.length; points += 1) {
    at += text.codePointAt(at) > 0xffff ? 2 : 1;
  }
  return points;
}
