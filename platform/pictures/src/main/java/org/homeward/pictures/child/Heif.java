package org.homeward.pictures.child;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.io.IOException;
import java.util.List;

/**
 * The library libheif as WebAssembly: a second wall inside the child process. It reaches its own
 * memory and nothing else, because it is given no function that could.
 *
 * <p>The names are those that its compiler gave in libheif-js 1.23.2; another build has others.
 */
final class Heif {
  /** 384 MB; what needs more is refused. */
  private static final int MOST_PAGES = 6144;

  private static final int PAGE = 1 << 16;

  private final Instance instance;

  Heif() throws IOException {
    WasmModule module = Libheif.load();
    int pages = module.memorySection().orElseThrow().getMemory(0).limits().initialPages();
    instance =
        Instance.builder(module)
            .withImportValues(imports(module))
            .withMemoryLimits(new MemoryLimits(pages, MOST_PAGES))
            .withMachineFactory(Libheif::create)
            .build();
    call("R"); // static constructors
  }

  Memory memory() {
    return instance.memory();
  }

  int allocate(int length) throws IOException {
    int at = call("Na", length);
    if (at == 0) {
      throw new IOException("libheif has no memory left");
    }
    return at;
  }

  int newContext() {
    return call("la");
  }

  /** A picture with more pixels than the square of this is refused. */
  void limitSide(int context, int most) {
    call("ag", context, most);
  }

  void read(int context, int bytes, int length) throws IOException {
    checked("mh", context, bytes, length, 0);
  }

  void primaryHandle(int context, int handle) throws IOException {
    checked("Ca", context, handle);
  }

  void decode(int handle, int image, int colours, int order) throws IOException {
    checked("Da", handle, image, colours, order, 0);
  }

  int width(int image, int channel) {
    return call("Ia", image, channel);
  }

  int height(int image, int channel) {
    return call("Ja", image, channel);
  }

  int plane(int image, int channel, int stride) {
    return call("cb", image, channel, stride);
  }

  int listMetadata(int handle, int kind, int ids, int most) {
    return call("sf", handle, kind, ids, most);
  }

  int sizeOfMetadata(int handle, int id) {
    return call("vf", handle, id);
  }

  void metadata(int handle, int id, int bytes) throws IOException {
    checked("wf", handle, id, bytes);
  }

  private int call(String name, long... arguments) {
    long[] results = instance.export(name).apply(arguments);
    return results == null || results.length == 0 ? 0 : (int) results[0];
  }

  /** Of a function whose first argument is where it writes how it went. */
  private void checked(String name, long... arguments) throws IOException {
    int error = allocate(12);
    long[] all = new long[arguments.length + 1];
    all[0] = error;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    call(name, all);
    int code = memory().readInt(error);
    if (code != 0) {
      throw new IOException("libheif: error " + code + "." + memory().readInt(error + 4));
    }
  }

  private static ImportValues imports(WasmModule module) {
    List<ImportFunction> functions =
        module.importSection().stream()
            .map(FunctionImport.class::cast)
            .<ImportFunction>map(wanted -> function(module, wanted))
            .toList();
    return ImportValues.builder().withFunctions(functions).build();
  }

  /** Most belong to a browser or a file system, which are not there. */
  private static HostFunction function(WasmModule module, FunctionImport wanted) {
    FunctionType type = module.typeSection().getType(wanted.typeIndex());
    WasmFunctionHandle does =
        switch (wanted.name()) {
          case "b", "k", "C" -> // assertion, exception, abort
              (_, _) -> {
                throw new IllegalStateException("libheif gives up");
              };
          case "I" -> Heif::copy;
          case "D" -> Heif::grow;
          case "H" -> Heif::noEnvironment;
          default -> (_, _) -> new long[type.returns().size()];
        };
    return new HostFunction(wanted.module(), wanted.name(), type, does);
  }

  private static long[] copy(Instance instance, long... arguments) {
    instance.memory().copy((int) arguments[0], (int) arguments[1], (int) arguments[2]);
    return new long[0];
  }

  private static long[] grow(Instance instance, long... arguments) {
    Memory memory = instance.memory();
    long wanted = (arguments[0] & 0xFFFFFFFFL) + PAGE - 1;
    int more = (int) (wanted / PAGE) - memory.pages();
    boolean grown = more <= 0 || memory.grow(more) >= 0;
    return new long[] {grown ? 1 : 0};
  }

  private static long[] noEnvironment(Instance instance, long... arguments) {
    instance.memory().writeI32((int) arguments[0], 0);
    instance.memory().writeI32((int) arguments[1], 0);
    return new long[] {0};
  }
}
