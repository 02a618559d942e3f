import { type ReactNode, useState } from 'react';

interface StoredImageProps {
  readonly url: string;
  /** What it shows in words; empty where a name stands beside it. */
  readonly alt: string;
  readonly className?: string | undefined;
  /** What stands there when the picture is lost or cannot be read. */
  readonly children: ReactNode;
}

/** A picture of the project, else what stands for it. Give it the URL as its key too, so that each gets its chance. */
export function StoredImage({ url, alt, className, children }: StoredImageProps) {
  const [isLost, setLost] = useState(false);
  if (isLost) return children;
  return <img className={className} src={url} alt={alt} draggable={false} onError={() => setLost(true)} />;
}
