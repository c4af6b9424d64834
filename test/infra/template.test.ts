/*
 * What the template promises, property by property. One file for all suites: loading the CDK takes longer
 * than all of them together, and every test file would load it again.
 */
import './template/alarms.suite.ts';
import './template/buckets.suite.ts';
import './template/config.suite.ts';
import './template/functions.suite.ts';
import './template/nag.suite.ts';
import './template/paths.suite.ts';
import './template/policies.suite.ts';
import './template/queues.suite.ts';
import './template/site.suite.ts';
import './template/table.suite.ts';
