import type { Attachment } from 'svelte/attachments';

/** Tells whether a box holds more than it is wide, again whenever it or what is in it changes its size. */
export const overflowOf =
  (report: (overflows: boolean) => void): Attachment<HTMLElement> =>
  (box) => {
    const observer = new ResizeObserver(() => report(box.scrollWidth > box.clientWidth));
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  };
