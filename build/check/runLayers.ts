import { checkLayers } from './layers.ts';

const { modules, violations } = await checkLayers();
for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
if (modules === 0) console.error('No module was read: this dependency-cruiser cannot read this TypeScript.');
process.exitCode = modules > 0 && violations.length === 0 ? 0 : 1;
