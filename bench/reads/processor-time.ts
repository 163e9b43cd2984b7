import { readdirSync, readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';

const ticksPerSecond = 100;

/** Milliseconds of processor time so far: of one process, and of PostgreSQL with all its sessions; null where the system does not tell. */
export interface ProcessorTime {
  node(pid: number): number | null;
  postgres(): number | null;
}

/** Reads /proc, where there is one and the database runs on this machine. */
export async function processorTime(database: DataSource): Promise<ProcessorTime> {
  const [{ pid = 0 } = {}] = await database.query<{ pid: number }[]>(`select pg_backend_pid() as pid`);
  const session = statOf(pid);
  const postmaster = session?.name.startsWith('postgres') ? session.parent : null;
  return {
    node: of => statOf(of)?.own ?? null,
    postgres() {
      if (postmaster === null) return null;
      const all = readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(name => statOf(Number(name))); // prettier-ignore
      const ended = statOf(postmaster)?.ended ?? 0;
      return all.reduce((sum, stat) => sum + (stat?.parent === postmaster ? stat.own : 0), ended);
    },
  };
}

/** How much memory a process holds, in MB; null where the system does not tell. */
export function residentMegabytes(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes ? Number(kilobytes) / 1_024 : null;
  } catch {
    return null;
  }
}

function statOf(pid: number): { name: string; parent: number; own: number; ended: number } | null {
  try {
    const [, name = '', rest = ''] = /\((.*)\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const fields = rest.split(' ').map(Number);
    const milliseconds = (at: number): number => ((fields[at] ?? 0) + (fields[at + 1] ?? 0)) * (1_000 / ticksPerSecond);
    return { name, parent: fields[1] ?? 0, own: milliseconds(11), ended: milliseconds(13) };
  } catch {
    return null; // it has ended, or there is no /proc
  }
}
