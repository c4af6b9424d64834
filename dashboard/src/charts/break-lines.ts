import type { Chart, Plugin } from 'chart.js';
import type { Ink } from './draw.ts';
import type { Break } from './model.ts';

interface Marks {
  readonly breaks: readonly Break[];
  readonly ink: Ink;
}

const FONT_PX = 12;
const PAD_PX = 4;

/** Draws a dashed line with its label where a series of months has a break; the same is said in the table and text. */
export const breakLines = (marks: () => Marks): Plugin<'bar'> => ({
  id: 'breaks',
  afterDatasetsDraw(chart) {
    const { breaks, ink } = marks();
    for (const one of breaks) drawBreak(chart, one, ink);
  },
});

function drawBreak(
  { ctx, chartArea: { left, right, top, bottom }, scales }: Chart,
  { at, label }: Break,
  ink: Ink,
) {
  const axis = scales.x;
  if (axis === undefined) return;
  const x = (axis.getPixelForValue(at - 1) + axis.getPixelForValue(at)) / 2;
  ctx.save();
  ctx.strokeStyle = ink.strong;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([5, 4]);
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, bottom);
  ctx.stroke();
  ctx.font = `600 ${FONT_PX}px ${ink.family}`;
  ctx.textBaseline = 'top';
  const width = ctx.measureText(label).width + 2 * PAD_PX;
  // On the side that has more room, never over the edge of the figure.
  const wanted = x - left > right - x ? x - width - PAD_PX : x + PAD_PX;
  const start = Math.max(left, Math.min(wanted, right - width));
  ctx.fillStyle = ink.sheet;
  ctx.fillRect(start, top, width, FONT_PX + 2 * PAD_PX);
  ctx.fillStyle = ink.strong;
  ctx.fillText(label, start + PAD_PX, top + PAD_PX);
  ctx.restore();
}
