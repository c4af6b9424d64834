/** Writes the published contract out of the code: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTRACT_DIRECTORY, contractFiles } from './contract.ts';

const directory = fileURLToPath(new URL(`../../${CONTRACT_DIRECTORY}`, import.meta.url));
mkdirSync(directory, { recursive: true });
for (const [name, text] of contractFiles()) {
  writeFileSync(join(directory, name), text);
  console.log(`${CONTRACT_DIRECTORY}/${name}`);
}
