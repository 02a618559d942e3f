import { MARK } from '../../shared/scene/mark.ts';

/** The application's mark in the colour of the text around it. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d={MARK.path} stroke="currentColor" strokeWidth={MARK.strokeWidth} strokeLinecap="round" />
      <circle cx={MARK.mouth.x} cy={MARK.mouth.y} r={MARK.mouth.radius} fill="currentColor" />
    </svg>
  );
}
