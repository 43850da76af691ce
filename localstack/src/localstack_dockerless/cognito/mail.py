"""Code mails, sent through LocalStack's SES so that they lie in the same mailbox as all others."""

from localstack_dockerless.cognito import triggers
from localstack_dockerless.cognito.errors import error, invalid_parameter
from localstack_dockerless.cognito.pools import Client, Pool, User

PLACEHOLDER = "{####}"
COGNITOS_OWN = "no-reply@verificationemail.com"
SUBJECT_LIMIT = 140
BODY_LIMIT = 20_000


def send_code(
    pool: Pool, client: Client, user: User, source: str, code: str, metadata: dict | None
) -> None:
    """Asks the trigger for the text and mails it; source is SignUp, ResendCode, ForgotPassword."""
    subject, body = triggers.custom_message(pool, client, user, source, PLACEHOLDER, metadata or {})
    email = pool.settings.get("EmailConfiguration") or {}
    developer = email.get("EmailSendingAccount") == "DEVELOPER"
    if (subject or body) and not developer:
        raise error(
            "InvalidLambdaResponseException",
            "Custom subject and message need a pool that sends with its own SES identity.",
        )
    subject = subject or "Your verification code"
    body = body or f"Your confirmation code is {PLACEHOLDER}"
    if len(subject) > SUBJECT_LIMIT or len(body) > BODY_LIMIT or PLACEHOLDER not in body:
        raise error("InvalidLambdaResponseException", "Invalid lambda function output")
    _send(pool, user, email, subject, body.replace(PLACEHOLDER, code))


def delivery(user: User | None, username: str) -> dict:
    """Cognito's masked word on where the code went; for a hidden user it makes one up."""
    address = user.attributes["email"] if user else username
    name, _, domain = address.partition("@")
    return {
        "Destination": f"{name[:1]}***@{domain[:1]}***",
        "DeliveryMedium": "EMAIL",
        "AttributeName": "email",
    }


def _send(pool: Pool, user: User, email: dict, subject: str, body: str) -> None:
    ses = triggers.aws(pool).ses
    sender = email.get("From")
    if not sender:
        sender = COGNITOS_OWN
        ses.verify_email_identity(EmailAddress=sender)
    try:
        ses.send_email(
            Source=sender,
            Destination={"ToAddresses": [user.attributes["email"]]},
            Message={"Subject": {"Data": subject}, "Body": {"Html": {"Data": body}}},
        )
    except ses.exceptions.MessageRejected as rejected:
        raise error("CodeDeliveryFailureException", str(rejected)) from rejected
    except ses.exceptions.ClientError as failed:
        raise invalid_parameter(f"Email could not be sent: {failed}") from failed
