import { type ReactNode, useState } from 'react';

interface PortraitImageProps {
  readonly url: string;
  /** What stands there when the picture is lost or cannot be read. */
  readonly children: ReactNode;
}

/** Somebody's picture, else what stands for it. Give it the URL as its key too, so that each picture gets its chance. */
export function PortraitImage({ url, children }: PortraitImageProps) {
  const [isLost, setLost] = useState(false);
  return isLost ? children : <img src={url} alt="" draggable={false} onError={() => setLost(true)} />;
}
