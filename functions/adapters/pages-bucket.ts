import { DeleteObjectCommand, PutObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";

/** One file of the pages as it goes into the bucket. */
export interface PageFile {
  /** Below the folder, without a leading slash. */
  readonly key: string;
  readonly body: Uint8Array;
  readonly type: string;
  readonly cacheControl: string;
}

/** The bucket that CloudFront serves pages from, one folder for each version of them. */
export interface PagesBucket {
  /** Puts all files into a folder. Doing it again changes nothing. */
  fill(folder: string, files: readonly PageFile[]): Promise<void>;
  /** Removes a folder with everything in it; one that is not there is fine. */
  clear(folder: string): Promise<void>;
}

/**
 * @param bucket Its name.
 * @param place Where S3 is; left out, the SDK reads the environment.
 */
export const createPagesBucket = (
  bucket: string,
  place: ConstructorParameters<typeof S3Client>[0] = {},
): PagesBucket => {
  const client = new S3Client(place);
  return {
    fill: async (folder, files) => {
      for (const { key, body, type, cacheControl } of files)
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: `${folder}/${key}`,
            Body: body,
            ContentType: type,
            CacheControl: cacheControl,
          }),
        );
    },
    clear: async (folder) => {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: `${folder}/` }))
        for (const { Key } of Contents) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    },
  };
};
