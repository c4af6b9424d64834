import { LETTERS } from './letters.ts';

/**
 * Rhymes as school grammars list them, without tone. A "k" at the end stands in names of the Highlands (Đắk Lắk).
 */
const RHYMES: ReadonlySet<string> = new Set(
  [
    'a ac ach ai ak am an ang anh ao ap at au ay',
    'ăc ăk ăm ăn ăng ăp ăt',
    'âc âm ân âng âp ât âu ây',
    'e ec em en eng eo ep et',
    'ê êch êk êm ên ênh êp êt êu',
    'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu',
    'o oc oi ok om on ong ooc oong op ot oa oac oach oai oam oan oang oanh oao oap oat oay',
    'oăc oăm oăn oăng oăt oe oen oeo oet',
    'ô ôc ôi ôk ôm ôn ông ôp ôt',
    'ơ ơi ơk ơm ơn ơp ơt',
    'u ua uc ui uk um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt',
    'uy uya uych uyn uynh uyp uyt uyu uyên uyêt',
    'ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
    'y yêm yên yêng yêt yêu',
  ].flatMap((line) => line.split(' ')),
);
/** Rhymes that only "qu" leaves over, as its u is part of the onset. */
const RHYMES_AFTER_QU: ReadonlySet<string> = new Set(['ych', 'yn', 'ynh', 'yp', 'yt', 'yu', 'ơn']);

const ONSETS: ReadonlySet<string> = new Set(
  ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '),
);
/** c, g and ng have another spelling before these vowels; k, gh and ngh have one nowhere else. */
const FRONT = 'eêiy';
const STOPS = 'cpthk';
const SHAPED = 'ăâêôơư';
const ACUTE = '\u0301';
const DOT_BELOW = '\u0323';
/** "nghiêng" has seven letters. */
const LONGEST = 7;

/**
 * Whether a word is spelt as a Vietnamese syllable: onset, rhyme, and a tone that the rhyme may carry, where it may
 * stand in the older or the newer fashion ("hòa", "hoà", "qũy"). Takes composed (NFC) words of any case.
 */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length === 0 || word.length > LONGEST) return false;
  let bases = '';
  let tone = '';
  let toneAt = -1;
  for (const character of word.toLowerCase()) {
    const letter = LETTERS.get(character);
    if (letter === undefined) return false;
    if (letter.tone !== '') {
      if (toneAt !== -1) return false;
      tone = letter.tone;
      toneAt = bases.length;
    }
    bases += letter.base;
  }
  const onset = onsetLength(bases);
  return fits(bases, onset, tone, toneAt) || (bases.startsWith('gi') && fits(bases, 1, tone, toneAt));
}

/** The longest onset, which is the right one but for "gì", "gìn" and "giêng", whose i is a vowel, too. */
function onsetLength(bases: string): number {
  for (let length = 3; length > 0; length -= 1) if (ONSETS.has(bases.slice(0, length))) return length;
  return 0;
}

function fits(bases: string, length: number, tone: string, toneAt: number): boolean {
  const onset = bases.slice(0, length);
  const rhyme = bases.slice(length);
  if (!RHYMES.has(rhyme) && !(onset === 'qu' && RHYMES_AFTER_QU.has(rhyme))) return false;
  return spelt(onset, rhyme) && sung(rhyme, tone) && placed(onset, rhyme, toneAt);
}

function spelt(onset: string, rhyme: string): boolean {
  const front = FRONT.includes(rhyme.charAt(0));
  switch (onset) {
    case 'k':
    case 'gh':
    case 'ngh':
      return front;
    case 'c':
    case 'ng':
      return !front;
    case 'g':
      return !front || rhyme.startsWith('i');
    default:
      return true;
  }
}

/** A rhyme that ends in a stop has the acute tone or the dot below. */
function sung(rhyme: string, tone: string): boolean {
  const last = rhyme.charAt(rhyme.length - 1);
  const stopped = STOPS.includes(last) && !rhyme.endsWith('nh');
  return !stopped || tone === ACUTE || tone === DOT_BELOW;
}

/** Whether the tone stands on a letter that carries one; -1 is the level tone, which is not written. */
function placed(onset: string, rhyme: string, toneAt: number): boolean {
  if (toneAt === -1) return true;
  const at = toneAt - onset.length;
  // "qũy" and "gía" are typed as often as they are wrong.
  if (at === -1) return (onset === 'qu' || onset === 'gi') && rhyme.length === 1;
  for (let last = rhyme.length - 1; last >= 0; last -= 1) {
    if (SHAPED.includes(rhyme.charAt(last))) return at === last;
  }
  const glides = /^(?:o[aeo]|uy)/.test(rhyme);
  return at === 0 || (glides && at === 1);
}
