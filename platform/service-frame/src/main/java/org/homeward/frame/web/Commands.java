package org.homeward.frame.web;

import org.homeward.durable.command.Command;
import org.homeward.face.conditional.RequestCommand;

/** The command of a request, as the document that it changes keeps it. */
public final class Commands {

  private Commands() {}

  public static Command of(RequestCommand request) {
    return new Command(request.id(), request.hash());
  }
}
