import { type ClockSpan, instantAt, positionOf } from '../../chart/story-clock';
import { swapContent } from './swap-content';

const day = 86_400_000;
const patience = 90;
const words = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Turns the form of the time control into a slider that shows, while it is dragged, what was known at each moment. */
export function moveInTime(): void {
  const form = document.querySelector<HTMLFormElement>('form.time');
  const slider = form?.querySelector<HTMLInputElement>('.slider');
  if (!form || !slider) return;
  const span = spanOf(form);
  const steps = Number(slider.max);
  let turn: ReturnType<typeof setTimeout> | undefined;

  const say = (at: string | null): void => {
    const text = at ? `${words.format(new Date(at)).replace(' at', ',')} UTC` : 'now';
    slider.setAttribute('aria-valuetext', text);
    form.querySelector('.shown')!.textContent = at ? `As known on ${text}` : 'As known now';
  };
  const go = (at: string | null): void => {
    const url = new URL(location.href);
    if (at) url.searchParams.set('asOf', at);
    else url.searchParams.delete('asOf');
    for (const place of ['after', 'articles']) url.searchParams.delete(place);
    history.replaceState(null, '', url.href.replaceAll('%3A', ':'));
    void swapContent(location.href);
  };

  slider.hidden = false;
  slider.addEventListener('input', () => {
    const at = Number(slider.value) === steps ? null : momentAt(Number(slider.value) / steps, span, 1 / steps);
    say(at);
    clearTimeout(turn);
    turn = setTimeout(() => go(at), patience);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    const given = form.querySelector<HTMLInputElement>('[name=asOf]')?.value;
    go(given ? `${given}Z` : null);
    setSlider();
  });
  addEventListener('popstate', setSlider);
  addEventListener('newsgraph:moved', setSlider);
  setSlider();

  function setSlider(): void {
    const at = new URL(location.href).searchParams.get('asOf');
    slider!.value = String(Math.round(positionOf(at ? Date.parse(at) : span.end, span) * steps));
    say(at);
  }
}

function spanOf({ dataset }: HTMLFormElement): ClockSpan {
  return { start: Number(dataset['start']), origin: Number(dataset['origin']), end: Number(dataset['end']) };
}

/** The instant under the thumb: to the minute, or to the hour where one step of the slider is more than a day. */
function momentAt(position: number, span: ClockSpan, step: number): string {
  const at = instantAt(position, span);
  const grain = instantAt(position + step, span) - at > day ? 3_600_000 : 60_000;
  return new Date(Math.round(at / grain) * grain).toISOString().replace(':00.000Z', 'Z');
}
