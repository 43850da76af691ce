"""Amazon Transcribe as far as its callers can tell, without a recogniser: words come from fixtures.

LocalStack 4.14.0 has the service, but it downloads a model at run time, writes times as numbers and
no punctuation, and puts no event. A fixture is what the service would have written, put beside a
sound by whoever knows what is said in it: `KEY.words.json` in the bucket of the sound KEY. A job
whose sound has none fails, and says so.
"""

import json
import threading
from datetime import UTC, datetime

from localstack.aws.api import RequestContext, handler
from localstack.aws.api.transcribe import (
    ConflictException,
    NotFoundException,
    TranscribeApi,
    TranscriptionJob,
    TranscriptionJobStatus,
)
from localstack.aws.connect import connect_to
from localstack.services.plugins import Service

FIXTURE = ".words.json"
LISTED = (
    "TranscriptionJobName",
    "CreationTime",
    "StartTime",
    "CompletionTime",
    "LanguageCode",
    "TranscriptionJobStatus",
    "FailureReason",
)


class Jobs:
    """All jobs by account, region and name."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.jobs: dict[tuple[str, str, str], TranscriptionJob] = {}

    def add(self, place: tuple[str, str, str], job: TranscriptionJob) -> None:
        with self.lock:
            if place in self.jobs:
                raise ConflictException(
                    "The requested job name already exists in your account. "
                    "Change your job name and try again."
                )
            self.jobs[place] = job

    def get(self, place: tuple[str, str, str]) -> TranscriptionJob:
        with self.lock:
            if place not in self.jobs:
                raise NotFoundException(
                    "The requested job couldn't be found. "
                    "Check the job name and try your request again."
                )
            return self.jobs[place]


JOBS = Jobs()


class TranscribeProvider(TranscribeApi):
    """Starts jobs once for a name, and ends each as its fixture wants."""

    service = "transcribe"

    @handler("StartTranscriptionJob", expand=False)
    def start_transcription_job(self, context: RequestContext, request):
        name = request["TranscriptionJobName"]
        now = datetime.now(UTC)
        job = TranscriptionJob(
            TranscriptionJobName=name,
            TranscriptionJobStatus=TranscriptionJobStatus.IN_PROGRESS,
            LanguageCode=request["LanguageCode"],
            MediaFormat=request.get("MediaFormat"),
            Media=request["Media"],
            CreationTime=now,
            StartTime=now,
        )
        JOBS.add((context.account_id, context.region, name), job)
        answer = {"TranscriptionJob": dict(job)}
        threading.Thread(
            target=end, args=(context.account_id, context.region, job, request), daemon=True
        ).start()
        return answer

    def get_transcription_job(self, context: RequestContext, transcription_job_name, **_):
        place = (context.account_id, context.region, transcription_job_name)
        return {"TranscriptionJob": JOBS.get(place)}

    def list_transcription_jobs(self, context: RequestContext, status=None, **_):
        with JOBS.lock:
            mine = [
                job
                for (account, region, _), job in JOBS.jobs.items()
                if (account, region) == (context.account_id, context.region)
                and status in (None, job["TranscriptionJobStatus"])
            ]
        return {
            "TranscriptionJobSummaries": [
                {key: job[key] for key in LISTED if key in job} for job in mine
            ]
        }

    def delete_transcription_job(self, context: RequestContext, transcription_job_name, **_):
        place = (context.account_id, context.region, transcription_job_name)
        JOBS.get(place)
        with JOBS.lock:
            JOBS.jobs.pop(place, None)


def end(account: str, region: str, job: TranscriptionJob, request) -> None:
    """Writes the words where they were wanted, through S3, and tells of the job's end."""
    clients = connect_to(region_name=region, aws_access_key_id=account)
    media = request["Media"]["MediaFileUri"]
    bucket, _, key = media.removeprefix("s3://").partition("/")
    words = None
    if read(clients.s3, bucket, key) is None:
        job["FailureReason"] = "The S3 object could not be accessed. Check the permissions."
    elif (words := read(clients.s3, bucket, key + FIXTURE)) is None:
        job["FailureReason"] = f"There is no fixture for {media}"
    if words is None:
        status = TranscriptionJobStatus.FAILED
    else:
        bucket, key = request["OutputBucketName"], request["OutputKey"]
        clients.s3.put_object(Bucket=bucket, Key=key, Body=words, ContentType="application/json")
        uri = f"https://s3.{region}.amazonaws.com/{bucket}/{key}"
        job["Transcript"] = {"TranscriptFileUri": uri}
        status = TranscriptionJobStatus.COMPLETED
    job["CompletionTime"] = datetime.now(UTC)
    job["TranscriptionJobStatus"] = status
    clients.events.put_events(Entries=[changed(job)])


def read(s3, bucket: str, key: str) -> bytes | None:
    """An object; nothing if it is not there."""
    try:
        return s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    except s3.exceptions.NoSuchKey:
        return None


def changed(job: TranscriptionJob) -> dict:
    """As the service's guide shows it, "Monitoring Amazon Transcribe with Amazon EventBridge"."""
    detail = {
        "TranscriptionJobName": job["TranscriptionJobName"],
        "TranscriptionJobStatus": job["TranscriptionJobStatus"],
    }
    if "FailureReason" in job:
        detail["FailureReason"] = job["FailureReason"]
    return {
        "Source": "aws.transcribe",
        "DetailType": "Transcribe Job State Change",
        "Detail": json.dumps(detail),
        "Resources": [],
    }


def service() -> Service:
    return Service.for_provider(TranscribeProvider())
