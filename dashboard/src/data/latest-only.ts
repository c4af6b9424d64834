/**
 * Asks one question after another and hands on only the answer to the latest: a slow answer to an address
 * that the reader has already left never covers the page they are on.
 */
export function latestOnly<Q, A>(
  ask: (question: Q) => Promise<A>,
  show: (answer: A, question: Q) => void,
): (question: Q) => Promise<void> {
  let latest = 0;
  return async (question) => {
    latest += 1;
    const mine = latest;
    const answer = await ask(question);
    if (mine === latest) show(answer, question);
  };
}
