import type { TemplateName } from '../../shared/ipc/bridge.ts';

/** A kind of journey that people recognise, and the river that is typical of it. */
interface JourneyType {
  readonly template: TemplateName;
  /** The feelings of the template, step by step, -2 to +2. */
  readonly feelings: readonly number[];
  /** Which of them is its moment of truth. */
  readonly turn: number;
}

/** The types of journey one can start from; each is a template. */
export const JOURNEY_TYPES = [
  { template: 'convenience', feelings: [-0.2, 0.3, 0.7, 0.6, -0.6, 1, 0.4, 0.9, 1.2], turn: 5 },
  { template: 'research', feelings: [0.8, 0.4, -0.9, 0.5, -0.3, 0.9, -1.4, 0.6, 1.3, 1.5], turn: 6 },
  { template: 'problem-solving', feelings: [-1.6, -1, -0.3, -0.6, 0.6, 0.9, 0.7, 1.4, 0.9, 1.6], turn: 4 },
  { template: 'returning-customer', feelings: [0.5, -0.7, 0.8, 1.1, 0.7, 0.9, -0.4, 1.2, 1.5], turn: 3 },
  { template: 'social', feelings: [1.1, 1.4, 0.3, 0.9, -1.2, 0.4, 0.6, -0.5, 1.7, 1.5], turn: 4 },
] as const satisfies readonly JourneyType[];
