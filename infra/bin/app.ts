import { buildApp } from '#infra/app.ts';

buildApp().synth();
