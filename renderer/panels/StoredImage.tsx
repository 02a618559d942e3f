import { type ReactNode, useState } from 'react';

interface StoredImageProps {
  /** Null where there is none. */
  readonly url: string | null;
  /** What it shows in words; empty where a name stands beside it. */
  readonly alt: string;
  readonly className?: string | undefined;
  /** What stands there when there is no picture, or it is lost or cannot be read. */
  readonly children: ReactNode;
}

/** A picture of the project, else what stands for it. */
export function StoredImage({ url, ...shown }: StoredImageProps) {
  return url === null ? shown.children : <LoadedImage key={url} url={url} {...shown} />;
}

/** One picture, with a chance of its own to be loaded. */
function LoadedImage({ url, alt, className, children }: StoredImageProps & { readonly url: string }) {
  const [isLost, setLost] = useState(false);
  if (isLost) return children;
  return <img className={className} src={url} alt={alt} draggable={false} onError={() => setLost(true)} />;
}
