import type { Assets } from '../assets';

/** What every page must know of where it is served. */
export interface Site {
  /** Without a slash at its end; what is shared needs whole addresses. */
  origin: string;
  /** The stylesheet and the script, with their content in the address; absent where they were never built. */
  stylesheet?: string;
  script?: string;
  icon?: string;
}

/** The site as it is reached now. */
export function siteOf(assets: Assets, origin: string): Site {
  const hashed = (path: string): string | undefined => {
    const asset = assets.get(path);
    return asset && `${path}?${asset.etag.replaceAll(/[^\w-]/g, '')}`;
  };
  return { origin, stylesheet: hashed('/assets/pages.css'), script: hashed('/assets/pages.js'), icon: hashed('/assets/icon.svg') };
}
