/** Runs engines on the data directory given, as a process of its own that a test can end. Says where tables answer. */
import { startEngines } from '#infra/local/engines/engines.ts';

const engines = await startEngines({ dataDir: process.argv[2] ?? '' });
console.log(engines.dynamoEndpoint);
setInterval(() => undefined, 60_000);
