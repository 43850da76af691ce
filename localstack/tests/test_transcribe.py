"""Jobs of Transcribe: one of a name, ended as its fixture wants, told of by an event."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from localstack.aws.api.transcribe import ConflictException, NotFoundException

from localstack_dockerless import transcribe

CONTEXT = SimpleNamespace(account_id="000000000000", region="us-east-1")
MEDIA = "s3://bucket/sound/a1.m4a"
REQUEST = {
    "TranscriptionJobName": "job-1",
    "LanguageCode": "en-GB",
    "MediaFormat": "m4a",
    "Media": {"MediaFileUri": MEDIA},
    "OutputBucketName": "bucket",
    "OutputKey": "recognised/1.json",
}


class World:
    """S3 with one sound, and the bus."""

    class exceptions:  # noqa: N801 - as the client of botocore has it
        NoSuchKey = KeyError

    def __init__(self) -> None:
        self.objects = {"sound/a1.m4a": b"sound"}
        self.told: list[dict] = []

    def get_object(self, Bucket, Key):  # noqa: N803
        return {"Body": BytesIO(self.objects[Key])}

    def put_object(self, Bucket, Key, Body, ContentType):  # noqa: N803
        self.objects[Key] = Body

    def put_events(self, Entries):  # noqa: N803
        self.told += Entries


class Ended:
    """A thread that has ended when it was started."""

    def __init__(self, target, args, daemon):
        self.start = lambda: target(*args)


@pytest.fixture
def world(monkeypatch):
    world = World()
    monkeypatch.setattr(transcribe, "JOBS", transcribe.Jobs())
    monkeypatch.setattr(transcribe.threading, "Thread", Ended)
    monkeypatch.setattr(
        transcribe, "connect_to", lambda **_: SimpleNamespace(s3=world, events=world)
    )
    return world


def started(**changed):
    return transcribe.TranscribeProvider.start_transcription_job.__wrapped__(
        transcribe.TranscribeProvider(), CONTEXT, REQUEST | changed
    )


def job():
    return transcribe.TranscribeProvider().get_transcription_job(CONTEXT, "job-1")[
        "TranscriptionJob"
    ]


def test_job_with_a_fixture_writes_it_and_tells(world):
    world.objects["sound/a1.m4a.words.json"] = b"words"
    assert started()["TranscriptionJob"]["TranscriptionJobStatus"] == "IN_PROGRESS"
    assert job()["TranscriptionJobStatus"] == "COMPLETED"
    assert world.objects["recognised/1.json"] == b"words"
    assert [event["DetailType"] for event in world.told] == ["Transcribe Job State Change"]
    assert '"COMPLETED"' in world.told[0]["Detail"]


def test_job_without_a_fixture_fails_and_says_why(world):
    started()
    assert job()["TranscriptionJobStatus"] == "FAILED"
    assert job()["FailureReason"] == f"There is no fixture for {MEDIA}"
    assert "recognised/1.json" not in world.objects
    assert '"FAILED"' in world.told[0]["Detail"]


def test_job_of_a_sound_that_is_not_there_fails(world):
    started(Media={"MediaFileUri": "s3://bucket/none"})
    assert "could not be accessed" in job()["FailureReason"]


def test_second_job_of_a_name_is_refused_until_the_first_is_deleted(world):
    started()
    with pytest.raises(ConflictException):
        started()
    transcribe.TranscribeProvider().delete_transcription_job(CONTEXT, "job-1")
    with pytest.raises(NotFoundException):
        job()
    started()
