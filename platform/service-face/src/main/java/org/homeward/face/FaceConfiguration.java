package org.homeward.face;

import org.homeward.face.access.AccessConfiguration;
import org.homeward.face.conditional.ConditionalConfiguration;
import org.homeward.face.door.DoorConfiguration;
import org.homeward.face.guessing.GuessConfiguration;
import org.homeward.face.problem.ProblemConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The face of a service: import this and declare a {@code Permissions} bean. */
@Configuration(proxyBeanMethods = false)
@Import({
  ProblemConfiguration.class,
  AccessConfiguration.class,
  ConditionalConfiguration.class,
  DoorConfiguration.class,
  GuessConfiguration.class
})
public class FaceConfiguration {}
