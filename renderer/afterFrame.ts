/**
 * Calls back once the frame that comes next has been drawn: what follows the map, such as lists and buttons, shall not
 * make it late. Gives the way to call it off. A window that nobody sees draws no frames and waits.
 */
export function afterFrame(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    // Frames are drawn after their callbacks, and before the next task.
    timer = setTimeout(callback);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
