import { dying } from './dying.ts';

dying(1);
