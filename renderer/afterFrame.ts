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

/** Comes back in a task of its own: a frame that answers what was just pressed is drawn before it. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
