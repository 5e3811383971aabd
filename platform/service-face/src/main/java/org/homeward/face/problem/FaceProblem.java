package org.homeward.face.problem;

/** The problems that any service can have. */
public enum FaceProblem implements ProblemType {
  MALFORMED(
      400,
      "The service cannot read the request",
      "Nothing was done. Correct the syntax of the address, the headers or the body, and send "
          + "the request again."),
  KEY_REQUIRED(
      400,
      "The request has no valid Idempotency-Key",
      "Nothing was done. Send an Idempotency-Key of 8 to 128 visible ASCII characters: a new "
          + "one for each new wish, the same one for a repeat."),
  UNAUTHENTICATED(
      401,
      "The request has no valid credentials",
      "Nothing was done. Get a new token, or check the key, and repeat the request."),
  FORBIDDEN(
      403,
      "You are not permitted to do this",
      "Nothing was done. Ask somebody whose role permits it."),
  NOT_FOUND(
      404,
      "This address leads to nothing that you may see",
      "Nothing was done. Check the address and the ids in it."),
  METHOD_NOT_ALLOWED(
      405,
      "This address does not take this method",
      "Nothing was done. Use one of the methods in the Allow header."),
  NOT_ACCEPTABLE(
      406,
      "The service cannot answer in the format that you ask for",
      "Send an Accept header that names a format of this address."),
  TOO_SLOW(
      408,
      "The request took too long to arrive",
      "Nothing was done. Send the same request, with the same Idempotency-Key, over a better "
          + "line."),
  CONFLICT(
      409,
      "The present state does not allow this",
      "Nothing was changed. Read the present state and choose a move that it allows."),
  CURSOR_GONE(
      410,
      "This place is not in the list any more",
      "You cannot go on from it. Drop what you hold, and read again from the address in resync."),
  PRECONDITION_FAILED(
      412,
      "Somebody has changed this since you read it",
      "Your change was not made. Read it again, and repeat your change with the new ETag."),
  TOO_LARGE(413, "The request is too large", "Nothing was done. Send a smaller body."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The service does not read this media type",
      "Nothing was done. Send the body, not compressed, in a media type that this address takes."),
  MISDIRECTED(
      421,
      "The request reached another address than it names",
      "Nothing was done. Use the address that the hotline gave you."),
  INVALID(
      422,
      "The service cannot accept some values of the request",
      "Nothing was changed. Correct what the errors point at, and send the request again."),
  KEY_REUSED(
      422,
      "This Idempotency-Key belongs to another request",
      "Nothing was done. Use a new Idempotency-Key for a new wish."),
  PRECONDITION_REQUIRED(
      428,
      "The request has no If-Match header",
      "Your change was not made. Read the resource, and send its ETag as If-Match."),
  TOO_MANY(
      429,
      "You send too many requests at a time",
      "Nothing was done. Send the same request, with the same Idempotency-Key, after the time "
          + "in Retry-After."),
  HEADERS_TOO_LARGE(
      431, "The headers are too large", "Nothing was done. Send fewer or shorter headers."),
  INTERNAL(
      500,
      "The service has failed",
      "Nobody knows whether the request took effect. Send it again later, with the same "
          + "Idempotency-Key; if that fails too, give the trace to the administrator."),
  UNAVAILABLE(
      503,
      "The service cannot answer now",
      "Do not count on the request until a 2xx confirms it. Send the same one, with the same "
          + "Idempotency-Key, after the time in Retry-After."),
  TIMED_OUT(
      504,
      "The service has not answered in time",
      "Nobody knows whether the request took effect. Send the same one, with the same "
          + "Idempotency-Key: it takes effect once.");

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
