package org.homeward.face.problem;

/** The problems that any service can have. */
public enum FaceProblem implements ProblemType {
  MALFORMED(400, "The request is malformed", "Correct the request; it cannot be read as it is."),
  KEY_REQUIRED(
      400,
      "An Idempotency-Key is required",
      "Send an Idempotency-Key of 8 to 128 visible ASCII characters, new for each new wish, the same for a repeat."),
  UNAUTHENTICATED(
      401,
      "Valid credentials are required",
      "Get a new token, or check the key, and repeat the request."),
  FORBIDDEN(403, "This is not permitted for you", "Ask somebody whose role permits it."),
  NOT_FOUND(404, "There is nothing here for you", "Check the address."),
  METHOD_NOT_ALLOWED(
      405, "The method is not allowed here", "Use one of the methods in the Allow header."),
  NOT_ACCEPTABLE(
      406,
      "No such representation",
      "Send an Accept header that names a representation of this resource."),
  TOO_SLOW(
      408,
      "The request took too long to arrive",
      "Repeat the same request, with the same Idempotency-Key, over a better line."),
  CONFLICT(
      409,
      "The present state does not allow this",
      "Read the present state and choose an allowed move."),
  PRECONDITION_FAILED(
      412,
      "It has changed since you read it",
      "Read it again and repeat the change with the new ETag."),
  TOO_LARGE(413, "The request is too large", "Send a smaller body."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The media type is not supported",
      "Send the body in a media type that this resource takes."),
  MISDIRECTED(
      421, "This is not the address you wrote to", "Use the address that the hotline gave you."),
  INVALID(422, "The request is well-formed but wrong", "Correct what the errors point at."),
  KEY_REUSED(
      422,
      "This Idempotency-Key belongs to another request",
      "Use a new Idempotency-Key for a new wish."),
  PRECONDITION_REQUIRED(
      428, "An If-Match header is required", "Read the resource and send its ETag as If-Match."),
  TOO_MANY(
      429,
      "Too many requests from you at a time",
      "Repeat the same request, with the same Idempotency-Key, after the time in Retry-After."),
  HEADERS_TOO_LARGE(431, "The headers are too large", "Send fewer or shorter headers."),
  INTERNAL(
      500,
      "Something went wrong here",
      "Repeat the request later; give the trace id to the administrator."),
  UNAVAILABLE(
      503,
      "Not available at the moment",
      "Repeat the same request, with the same Idempotency-Key, after the time in Retry-After."),
  TIMED_OUT(
      504,
      "The answer took too long",
      "The outcome is unknown: repeat the same request with the same Idempotency-Key.");

  private final Wording wording;

  FaceProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }

  /** The problem for a bare status, as servers and frameworks give it; the nearest one we have. */
  public static FaceProblem ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 408 -> TOO_SLOW;
      case 409 -> CONFLICT;
      case 412 -> PRECONDITION_FAILED;
      case 413 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 421 -> MISDIRECTED;
      case 422 -> INVALID;
      case 428 -> PRECONDITION_REQUIRED;
      case 429 -> TOO_MANY;
      case 431 -> HEADERS_TOO_LARGE;
      case 501, 505 -> MALFORMED;
      case 503 -> UNAVAILABLE;
      case 504 -> TIMED_OUT;
      default -> status >= 400 && status < 500 ? MALFORMED : INTERNAL;
    };
  }
}
