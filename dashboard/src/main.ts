import { mount } from 'svelte';
import App from './App.svelte';
import { browserWorld } from './data/browser.ts';
import { objectsOf } from './data/objects.ts';
import { remoteAtlas } from './gazetteer/remote.ts';
import './styles/fonts.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/figures.css';
import './styles/tables.css';
import './styles/cards.css';
import './styles/notes.css';
import './styles/search.css';
import './styles/places.css';
import './styles/print.css';

const target = document.querySelector('#app');
if (target === null) throw new Error('index.html has no #app');
mount(App, { target, props: { source: { objects: objectsOf(browserWorld()), atlas: remoteAtlas() } } });
