// Building page elements. Everything that comes from outside is data: it reaches the page through textContent only.
import { DRAWINGS } from "../icons/drawings.js";

const SVG = "http://www.w3.org/2000/svg";
// Control characters and the marks that reverse or embed text direction: they could make a name read as something else.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g;

/** Text fit to be shown: one line, no hidden marks, at most `longest` characters. */
export function plain(text, longest = 80) {
  if (text === null || text === undefined) return "";
  const seen = String(text).slice(0, longest * 4).replace(UNSEEN, " ").replace(/\s+/g, " ").trim();
  const letters = Array.from(seen);
  return letters.length > longest ? letters.slice(0, longest - 1).join("") + "…" : seen;
}

export function el(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

export function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export function drawing(name) {
  return Object.hasOwn(DRAWINGS, name) ? DRAWINGS[name] : DRAWINGS.dot;
}

/** A small picture of a kind of place, drawn in the text's colour. */
export function icon(name, size = 15) {
  const picture = svg("svg", { viewBox: "0 0 15 15", width: size, height: size, "aria-hidden": "true", class: "jz-icon" });
  picture.append(svg("path", { d: drawing(name), fill: "currentColor" }));
  return picture;
}

/** A line drawing for a control: strokes, not a filled shape. */
export function stroke(d, size = 18) {
  const picture = svg("svg", { viewBox: "0 0 20 20", width: size, height: size, "aria-hidden": "true", class: "jz-stroke" });
  picture.append(svg("path", { d }));
  return picture;
}

export function button(className, label, press) {
  const element = el("button", className);
  element.type = "button";
  element.setAttribute("aria-label", label);
  element.title = label;
  element.addEventListener("click", press);
  return element;
}
