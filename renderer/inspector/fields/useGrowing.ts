import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Lets a box of text be as high as what stands in it, so that nothing is cut off. */
export function useGrowing(value: string): RefObject<HTMLTextAreaElement | null> {
  const box = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height depends on the text through the element
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    current.style.height = 'auto';
    if (current.scrollHeight > 0) current.style.height = `${current.scrollHeight}px`;
  }, [value]);
  return box;
}
