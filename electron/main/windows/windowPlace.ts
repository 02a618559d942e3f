import { z } from 'zod';

/** A rectangle of the desktop in its own px. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window stood last, and whether it filled its screen. */
export interface WindowPlace {
  readonly bounds: Area;
  readonly maximized: boolean;
}

/** The last place of a window as it stands in its file; null before there was one. */
export const windowPlaceSchema: z.ZodType<WindowPlace | null> = z
  .object({
    bounds: z.object({
      x: z.number().int(),
      y: z.number().int(),
      width: z.number().int().positive(),
      height: z.number().int().positive(),
    }),
    maximized: z.boolean(),
  })
  .nullable();

/** The least size of a window, in px. */
export const LEAST_SIZE = { width: 960, height: 640 } as const;

/** The size of the first window, in px, where the screen has room for it. */
const FIRST_SIZE = { width: 1440, height: 900 } as const;

/** How far a further window stands from the one before, in px. */
const CASCADE = 28;

/** So much of the upper rod must be in view for a window to be dragged back, in px. */
const LEAST_GRIP = { width: 160, height: 40 } as const;

/**
 * Where to put a new window. `workAreas` are the displays without panels and docks, the main one first; `taken` are
 * the top left corners of windows that are open.
 */
export function placeWindow(
  last: WindowPlace | null,
  workAreas: readonly Area[],
  taken: readonly { readonly x: number; readonly y: number }[],
): WindowPlace {
  const display = (last && displayOf(last.bounds, workAreas)) ?? workAreas[0] ?? { x: 0, y: 0, ...FIRST_SIZE };
  const wished = last && displayOf(last.bounds, workAreas) ? last.bounds : centred(last?.bounds ?? FIRST_SIZE, display);
  const fitted = fitInto(wished, display);
  return { bounds: stepAside(fitted, display, taken), maximized: last?.maximized ?? false };
}

/** The display on which the window's upper rod can be grasped; none when it was unplugged. */
function displayOf(bounds: Area, workAreas: readonly Area[]): Area | undefined {
  return workAreas.find((area) => {
    const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    const height = Math.min(bounds.y + LEAST_GRIP.height, area.y + area.height) - Math.max(bounds.y, area.y);
    return width >= LEAST_GRIP.width && height >= LEAST_GRIP.height;
  });
}

function centred({ width, height }: { readonly width: number; readonly height: number }, display: Area): Area {
  return {
    x: Math.round(display.x + (display.width - width) / 2),
    y: Math.round(display.y + (display.height - height) / 2),
    width,
    height,
  };
}

/** Not larger than the display has room for, not smaller than the window can be, and inside where it fits. */
function fitInto(bounds: Area, display: Area): Area {
  const width = Math.max(LEAST_SIZE.width, Math.min(bounds.width, display.width));
  const height = Math.max(LEAST_SIZE.height, Math.min(bounds.height, display.height));
  const x = Math.max(display.x, Math.min(bounds.x, display.x + display.width - width));
  const y = Math.max(display.y, Math.min(bounds.y, display.y + display.height - height));
  return { x, y, width, height };
}

/** So that a new window does not hide another one completely. */
function stepAside(bounds: Area, display: Area, taken: readonly { readonly x: number; readonly y: number }[]): Area {
  let { x, y } = bounds;
  while (taken.some((corner) => corner.x === x && corner.y === y)) {
    x += CASCADE;
    y += CASCADE;
    if (y + LEAST_GRIP.height > display.y + display.height || x + LEAST_GRIP.width > display.x + display.width) {
      return bounds;
    }
  }
  return { ...bounds, x, y };
}
