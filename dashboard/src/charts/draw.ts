/** The only file that knows Chart.js. Loaded after the numbers are on screen. */

import type { ChartConfiguration } from 'chart.js';
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import { formatVnd } from '#domain/format.ts';
import { shortVnd } from '../lib/format.ts';
import { breakLines } from './break-lines.ts';
import type { ChartModel } from './model.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

export interface Drawing {
  update(model: ChartModel): void;
  destroy(): void;
}

const MAX_LINE = 22;
const MAX_LINES = 3;

/** A long name on a few lines; what is still too long is cut, and whole in the table. */
function linesOf(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < MAX_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= MAX_LINES ? lines : [...lines.slice(0, MAX_LINES - 1), `${lines[MAX_LINES - 1]}…`];
}

export interface Ink {
  readonly text: string;
  readonly strong: string;
  readonly sheet: string;
  readonly rule: string;
  readonly in: string;
  readonly out: string;
  readonly family: string;
}

function inkOf(canvas: HTMLCanvasElement): Ink {
  const style = getComputedStyle(canvas);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: value('--ink-soft'),
    strong: value('--ink'),
    sheet: value('--sheet'),
    rule: value('--rule'),
    in: value('--chart-in'),
    out: value('--chart-out'),
    family: style.fontFamily,
  };
}

function configuration(model: ChartModel, ink: Ink): ChartConfiguration<'bar', number[], string[]> {
  const lying = model.shape === 'lying';
  const font = { family: ink.family, size: 12 };
  const names = {
    ticks: { color: ink.text, font, autoSkip: !lying },
    grid: { display: false },
    border: { color: ink.rule },
  };
  const amounts = {
    beginAtZero: true,
    ticks: {
      color: ink.text,
      font,
      maxTicksLimit: 5,
      callback: (value: string | number) => shortVnd(Number(value)) ?? String(value),
    },
    grid: { color: ink.rule },
    border: { display: false },
  };
  return {
    type: 'bar',
    data: {
      labels: model.labels.map(linesOf),
      datasets: model.series
        .filter(({ drawn }) => drawn)
        .map(({ name, tone, amountsVnd }) => ({
          label: name,
          data: [...amountsVnd],
          backgroundColor: ink[tone],
          maxBarThickness: 36,
          categoryPercentage: 0.6,
        })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { top: 4, right: 8 } },
      indexAxis: lying ? 'y' : 'x',
      scales: lying ? { x: amounts, y: names } : { x: names, y: amounts },
      plugins: {
        legend: {
          align: 'start',
          labels: { color: ink.text, font: { ...font, size: 13 }, boxWidth: 14, boxHeight: 14 },
        },
        tooltip: {
          callbacks: {
            title: (items) => model.labels[items[0]?.dataIndex ?? -1] ?? '',
            label: ({ dataset, raw }) => `${dataset.label ?? ''}: ${formatVnd(Number(raw))}`,
          },
        },
      },
    },
  };
}

/** Draws on a canvas; redraws by itself when the reader's colours change. */
export function draw(canvas: HTMLCanvasElement, first: ChartModel): Drawing {
  let model = first;
  let ink = inkOf(canvas);
  const marks = breakLines(() => ({ breaks: model.breaks ?? [], ink }));
  const chart = new Chart(canvas, { ...configuration(model, ink), plugins: [marks] });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const redraw = () => {
    ink = inkOf(canvas);
    const { data, options } = configuration(model, ink);
    chart.data = data;
    if (options !== undefined) chart.options = options;
    chart.update();
  };
  dark.addEventListener('change', redraw);
  return {
    update(next) {
      model = next;
      redraw();
    },
    destroy() {
      dark.removeEventListener('change', redraw);
      chart.destroy();
    },
  };
}
