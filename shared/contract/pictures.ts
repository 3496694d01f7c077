/** What `POST /api/stories/pictures` answers. The picture is at `/pictures/<id>` from then on. */
export type PictureReply = {
  /** SHA-256 of the bytes and the ending. */
  readonly id: string;
  /** As people see it: turned, if the camera said so. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
};
