/** What several things say alike; undefined where they differ, or there are none. */
export function sharedValue<Thing, Value>(things: readonly Thing[], read: (thing: Thing) => Value): Value | undefined {
  const [first, ...others] = things.map(read);
  return others.every((other) => other === first) ? first : undefined;
}
