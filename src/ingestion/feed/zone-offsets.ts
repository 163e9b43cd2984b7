/** Minutes east of Greenwich of the zone names that stand in feeds. Where a name means several, the one that news writes it for. */
const minutesOf: Record<string, number> = {
  ...{
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    west: 60,
    bst: 60,
    ist: 330,
    cet: 60,
    met: 60,
    mez: 60,
    cest: 120,
    mest: 120,
    mesz: 120,
    eet: 120,
    eest: 180,
  },
  ...{
    sast: 120,
    cat: 120,
    eat: 180,
    wat: 60,
    msk: 180,
    msd: 240,
    trt: 180,
    ast: -240,
    adt: -180,
    at: -240,
    est: -300,
    edt: -240,
    et: -300,
  },
  ...{
    cst: -360,
    cdt: -300,
    ct: -360,
    mst: -420,
    mdt: -360,
    mt: -420,
    pst: -480,
    pdt: -420,
    pt: -480,
    akst: -540,
    akdt: -480,
    hst: -600,
    hast: -600,
  },
  ...{ nst: -210, ndt: -150, brt: -180, brst: -120, art: -180, clt: -240, clst: -180, pet: -300, cot: -300, vet: -240 },
  ...{
    irst: 210,
    gst: 240,
    pkt: 300,
    npt: 345,
    ict: 420,
    wib: 420,
    wita: 480,
    wit: 540,
    hkt: 480,
    sgt: 480,
    myt: 480,
    pht: 480,
    awst: 480,
  },
  ...{ jst: 540, kst: 540, acst: 570, acdt: 630, aest: 600, aedt: 660, nzst: 720, nzdt: 780 },
};

const offsetForm = /^[a-z]{0,5}([+-])(\d{1,2})(?::?(\d{2}))?$/;

/** Minutes east of Greenwich that a zone's name or offset means; null if it is none. `at` is the local time, which summer time depends on. */
export function zoneOffset(zone: string, at: Date): number | null {
  const name = zone
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/\u2212/g, '-');
  const named = minutesOf[name];
  if (named !== undefined) return named;
  const offset = offsetForm.exec(name);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes <= 15 * 60 && Number(offset[3] ?? 0) < 60 ? (offset[1] === '-' ? -minutes : minutes) : null;
  }
  return /^[A-Za-z_]+\/[A-Za-z_/+-]+$/.test(zone) ? offsetOfRegion(zone, at) : null;
}

function offsetOfRegion(zone: string, at: Date): number | null {
  try {
    const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value;
    if (name === 'GMT') return 0;
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
    return hours ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : null;
  } catch {
    return null;
  }
}
