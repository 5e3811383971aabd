package org.homeward.trials.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.local.command.WrongUse;

/** The project in a commit, read from its repository. */
final class Revision {
  private final Path root;
  private final String commit;

  private Revision(Path root, String commit) {
    this.root = root;
    this.commit = commit;
  }

  static Revision of(Path root, String name) throws IOException, InterruptedException {
    var found = git(root, "rev-parse", "--verify", "-q", name + "^{commit}");
    if (found.status() != 0) {
      throw new WrongUse(name + " is no revision of this repository.");
    }
    return new Revision(root, new String(found.bytes(), UTF_8).strip());
  }

  Stream<String> files() throws IOException, InterruptedException {
    return names(git(root, "ls-tree", "-r", "-z", "--name-only", commit));
  }

  byte[] read(String path) throws IOException, InterruptedException {
    return git(root, "show", commit + ":" + path).bytes();
  }

  /** The files of the work tree, committed or not. */
  static Stream<String> filesNow(Path root) throws IOException, InterruptedException {
    return names(git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"));
  }

  private static Stream<String> names(Answer answer) {
    return Stream.of(new String(answer.bytes(), UTF_8).split("\0"));
  }

  private record Answer(int status, byte[] bytes) {}

  private static Answer git(Path root, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    byte[] bytes = git.getInputStream().readAllBytes();
    return new Answer(git.waitFor(), bytes);
  }
}
